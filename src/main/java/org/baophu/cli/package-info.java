/**
 * The command line: what an operator types, and what answers.
 *
 * <p>{@link org.baophu.cli.Main} is where the program starts; each command of the public contract
 * is a class of its own here. Commands read options and files, call one door each, and turn every
 * failure into one clear message and an {@code ExitCode}. Results go to files, a short summary to
 * standard output, progress and messages to standard error. {@code Rehearsal} runs nights after a
 * build, for Java to learn from.
 */
@NullMarked
package org.baophu.cli;

import org.jspecify.annotations.NullMarked;
