package portico.desktop.wizard.account;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.AwsProfile;

/** What can be chosen as profile; the empty one stands for the SDK's default credentials. */
final class ProfileList {
  private static final String USUAL = "default";

  private final ObservableList<Optional<AwsProfile>> profiles = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<Optional<AwsProfile>> shown =
      FXCollections.unmodifiableObservableList(profiles);

  ObservableList<Optional<AwsProfile>> shown() {
    return shown;
  }

  void found(List<AwsProfile> found) {
    profiles.setAll(found.stream().map(Optional::of).toList());
    profiles.add(Optional.empty());
  }

  /** The one to begin with, if there is any: AWS's default profile, else the first. */
  Optional<AwsProfile> usual() {
    List<AwsProfile> known = known();
    return known.stream()
        .filter(each -> each.name().equals(USUAL))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** The profile with a name, be it known or not. */
  AwsProfile named(String name) {
    return known().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseGet(() -> new AwsProfile(name, AwsProfile.Kind.OTHER, Optional.empty()));
  }

  private List<AwsProfile> known() {
    return profiles.stream().flatMap(Optional::stream).toList();
  }
}
