package org.baophu.sample;

import java.util.List;

/**
 * What clerks' answers say of the lists.
 *
 * @param province all together
 * @param regions by name, the unknown one first
 * @param reliability how often those given a probability were uninsured
 */
public record SampleQuality(
    ScopeQuality province, List<ScopeQuality> regions, List<ReliabilityBand> reliability) {
  public SampleQuality {
    regions = List.copyOf(regions);
    reliability = List.copyOf(reliability);
  }
}
