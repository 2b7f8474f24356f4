package portico.catalog;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an instance computes models with, by the family of its type: the part before the dot of
 * {@code g5.xlarge} (EC2's guide, Accelerated computing instances). How many there are depends on
 * the size and is not told.
 */
public enum Accelerator {
  V100("NVIDIA V100", "p3|p3dn"),
  A100("NVIDIA A100", "p4d|p4de"),
  H100("NVIDIA H100", "p5"),
  H200("NVIDIA H200", "p5e|p5en"),
  B200("NVIDIA B200", "p6-b200"),
  M60("NVIDIA Tesla M60", "g3|g3s"),
  T4("NVIDIA T4", "g4dn"),
  RADEON("AMD Radeon Pro V520", "g4ad"),
  A10G("NVIDIA A10G", "g5"),
  T4G("NVIDIA T4G", "g5g"),
  L4("NVIDIA L4", "g6|gr6|g6f|gr6f"),
  L40S("NVIDIA L40S", "g6e"),
  INFERENTIA("AWS Inferentia", "inf1"),
  INFERENTIA2("AWS Inferentia2", "inf2"),
  TRAINIUM("AWS Trainium", "trn1|trn1n"),
  TRAINIUM2("AWS Trainium2", "trn2|trn2u"),
  GAUDI("Intel Gaudi", "dl1");

  private final String title;
  private final String families;

  /**
   * @param families separated by bars
   */
  Accelerator(String title, String families) {
    this.title = title;
    this.families = families;
  }

  /** Its maker's name for it. */
  public String title() {
    return title;
  }

  /**
   * That of an instance type such as {@code g5.xlarge}; empty for a type without one and for a
   * family that is newer than this list.
   */
  public static Optional<Accelerator> of(String instanceType) {
    int dot = instanceType.indexOf('.');
    String family = dot < 0 ? instanceType : instanceType.substring(0, dot);
    return Arrays.stream(values()).filter(each -> family.matches(each.families)).findFirst();
  }
}
