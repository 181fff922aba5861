#!/usr/bin/env bash
# Links the public sets in a directory and prints how right the result is. See README.md here.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
run="$here/../../run.sh"
data=$(cd "${1:?usage: public.sh DIRECTORY with the data}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for config in "$here"/*.yml "$data"/titles_*.yml; do
  [ -f "$config" ] || continue
  set=$(basename "$config" .yml)
  missing=$(sed -n 's/.*file: *\([^,} ]*\).*/\1/p' "$config" | while read -r file; do
    [ -f "$data/$file" ] || printf ' %s' "$file"
  done)
  if [ -n "$missing" ]; then
    echo "== $set: left out, not there:$missing"
    continue
  fi
  # The files of a configuration are sought beside it.
  cp "$config" "$data/.$set.yml"
  if "$run" link --config "$data/.$set.yml" --output "$work/$set" >/dev/null 2>"$work/$set.log"; then
    truth="$data/$set"_truth.csv
    echo "== $set"
    "$run" evaluate --members "$work/$set/clusters.csv" --truth "$truth" | grep -A1 precision
  else
    echo "== $set: $(tail -n 1 "$work/$set.log")"
  fi
  rm -f "$data/.$set.yml"
done
