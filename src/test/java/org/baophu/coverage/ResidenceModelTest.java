package org.baophu.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baophu.person.Source;
import org.junit.jupiter.api.Test;

class ResidenceModelTest {
  private static final LocalDate DATE = LocalDate.of(2026, 1, 15);

  private static Residence residence(String records, ResidenceModel model) {
    return Residence.of(new Evidence(Records.file(records, "")), DATE, model);
  }

  /** Of 1,000 persons with three records each, old tax records name another commune in 20 %. */
  private static ResidenceModel learnt() {
    List<PersonFile> files = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String home = "060" + (10 + i % 50);
      String former = "060" + (10 + (i + 7) % 50);
      files.add(
          Records.file(
              "tax T1 business active updated=2015-01-01 commune="
                  + (i % 5 == 0 ? former : home)
                  + " | tax T2 rental active updated=2026-01-01 commune="
                  + home
                  + " | business B1 presumptive active commune="
                  + (i % 20 == 1 ? former : home),
              ""));
    }
    return ResidenceModel.learn(files, DATE);
  }

  @Test
  void howFarRecordsAreBelievedIsLearntFromTheirAgreement() {
    ResidenceModel model = learnt();

    assertThat(model.reliability(Source.TAX, 5)).isCloseTo(0.8, within(0.02));
    assertThat(model.reliability(Source.TAX, 0)).isGreaterThan(0.98);
    assertThat(model.reliability(Source.BUSINESS, 6)).isCloseTo(0.95, within(0.02));
  }

  @Test
  void whatWasLearntDecides() {
    String records =
        "tax T1 business active updated=2015-01-01 commune=06010"
            + " | business B1 presumptive active commune=06020";

    Residence residence = residence(records, learnt());

    assertThat(residence.communeCode()).isEqualTo("06020");
    assertThat(residence.probability()).isBetween(0.7, 0.95);
    assertThat(residence.others()).containsExactly("06010");
  }

  @Test
  void aNameMayTurnOutToMeanTheFormerBearer() {
    List<PersonFile> files = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String home = i % 4 == 0 ? "06010" : "06020";
      files.add(
          Records.file(
              "tax T1 business active commune=06010/06020 | poverty P1 poor commune=" + home, ""));
    }
    ResidenceModel model = ResidenceModel.learn(files, DATE);

    Residence residence = residence("tax T1 business active commune=06010/06020", model);

    assertThat(residence.communeCode()).isEqualTo("06020");
    assertThat(residence.maybe()).containsExactly("06010");
  }

  @Test
  void manyRecordsDoNotMakeTheProductVanish() {
    StringBuilder records = new StringBuilder("poverty P1 poor commune=06010");
    for (int i = 0; i < 400; i++) {
      records.append(" | tax T").append(i).append(" business active commune=0").append(6100 + i);
    }

    Residence residence = residence(records.toString(), ResidenceModel.prior());

    assertThat(residence.communeCode()).isEqualTo("06010");
    assertThat(residence.probability()).isBetween(0.0, 1.0);
  }

  @Test
  void ofNothingNothingIsSaid() {
    assertThat(ResidenceModel.prior().posterior(List.of())).isEqualTo(Map.of());
  }
}
