package portico.desktop.wizard;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import portico.catalog.AwsProfile;
import portico.catalog.Subnet;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.form.Texts;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;
import portico.preset.Presets;
import portico.testing.FakeNavigation;
import portico.testing.FakeServices;
import portico.testing.Samples;

/** A wizard over fakes, and what it leads to. */
public final class WizardFixture {
  public static final String VPC = "vpc-0123456789abcdef0";

  public final FakeServices fakes = new FakeServices();
  public final Texts texts = Texts.load();

  /** What was opened in a browser, in order. */
  public final List<URI> opened = new ArrayList<>();

  public final FakeNavigation navigation = new FakeNavigation();

  /** A wizard that runs everything at once, its first step entered. */
  public WizardViewModel wizard() {
    return wizard(new InlineBackground(), Optional.empty());
  }

  public WizardViewModel wizard(Background background, Optional<WizardStart> start) {
    WizardViewModel wizard =
        new WizardViewModel(
            fakes.services(), background, texts, navigation, opened::add, () -> Samples.NOW, start);
    wizard.enter();
    if (start.isEmpty()) {
      wizard.serve().choose(Presets.load().other());
      wizard.next();
    }
    return wizard;
  }

  public void addProfile(String name, AwsProfile.Kind kind, String region) {
    fakes.catalogs.profiles.add(new AwsProfile(name, kind, Optional.of(region)));
  }

  public void addSubnet(String id, String name, String cidr, String zone, int free, boolean open) {
    fakes.catalog.subnets.add(
        new Subnet(id, name, VPC, cidr, zone, "availability-zone", free, open));
  }

  /** The request of the newest operation. */
  public OperationRequest newest() {
    return fakes.operations.started.getLast();
  }

  /** Lets the running preview find the resources of a small environment and succeed. */
  public void finishPreview() {
    OperationId id = newest().id();
    fakes.operations.emit(id, new OperationEvent.PhaseStarted(Samples.NOW, Phase.RUNNING));
    for (ResourceRef resource :
        List.of(
            Samples.SECURITY_GROUP,
            Samples.TARGET_GROUP,
            Samples.LOAD_BALANCER,
            Samples.LISTENER,
            Samples.TARGET)) {
      emitStep(id, resource, Step.CREATE);
    }
    succeed(id);
  }

  public void emitStep(OperationId id, ResourceRef resource, Step step, String... changed) {
    fakes.operations.emit(
        id, new OperationEvent.ResourceStarted(Samples.NOW, resource, step, List.of(changed)));
  }

  public void succeed(OperationId id) {
    fakes.operations.finish(id, new Outcome.Succeeded(new TreeMap<>(), Map.of()));
  }
}
