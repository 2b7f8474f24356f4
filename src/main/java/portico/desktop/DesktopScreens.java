package portico.desktop;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import portico.cost.Prices;
import portico.desktop.app.LinkOpener;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;
import portico.desktop.app.Screens;
import portico.desktop.app.WizardFactory;
import portico.desktop.app.WizardStart;
import portico.desktop.cost.CostModel;
import portico.desktop.cost.CostTab;
import portico.desktop.destroy.DestroyModel;
import portico.desktop.destroy.DestroyScreen;
import portico.desktop.destroy.DestroyText;
import portico.desktop.environments.EnvironmentsModel;
import portico.desktop.environments.EnvironmentsScreen;
import portico.desktop.environments.EnvironmentsText;
import portico.desktop.export.ExportModel;
import portico.desktop.export.ExportTab;
import portico.desktop.fx.Background;
import portico.desktop.map.MapTab;
import portico.desktop.map.MapViewModel;
import portico.desktop.progress.ProgressModel;
import portico.desktop.progress.ProgressScreen;
import portico.desktop.progress.ProgressText;
import portico.desktop.proof.ProofTab;
import portico.desktop.proof.ProofViewModel;
import portico.desktop.result.ResultModel;
import portico.desktop.result.ResultScreen;
import portico.desktop.result.ResultText;
import portico.desktop.sweep.SweepScreen;
import portico.desktop.sweep.SweepText;
import portico.desktop.sweep.SweepViewModel;
import portico.desktop.text.TimeText;
import portico.model.EnvironmentName;
import portico.operation.OperationId;
import portico.service.Services;
import portico.text.FailureText;
import portico.text.Words;

/** Which screen gets what: the wiring of the desktop. */
public final class DesktopScreens implements Screens {
  private final Services services;
  private final Background background;
  private final WizardFactory wizard;
  private final LinkOpener links;
  private final InstantSource clock;
  private final TimeText times = TimeText.ofThisMachine();

  public DesktopScreens(
      Services services,
      Background background,
      WizardFactory wizard,
      LinkOpener links,
      InstantSource clock) {
    this.services = services;
    this.background = background;
    this.wizard = wizard;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Screen wizard(Optional<WizardStart> start, Navigation navigation) {
    return wizard.create(services, background, navigation, links, start);
  }

  @Override
  public Screen environments(Optional<EnvironmentName> chosen, Navigation navigation) {
    EnvironmentsText text = new EnvironmentsText(times, clock);
    EnvironmentsModel model =
        new EnvironmentsModel(
            services.environments(),
            services.operations(),
            services.deadlines(),
            background,
            new FailureText(Words.core()),
            text,
            chosen);
    return new EnvironmentsScreen(model, text, navigation);
  }

  @Override
  public Screen operation(OperationId id, Navigation navigation) {
    ProgressText text = new ProgressText(times);
    ProgressModel model = new ProgressModel(id, services.operations(), background, clock, text);
    return new ProgressScreen(model, text, navigation);
  }

  @Override
  public Screen result(EnvironmentName name, Navigation navigation) {
    return new ResultScreen(
        new ResultModel(name, services, background),
        new ResultText(times, clock),
        navigation,
        links,
        List.of(
            new MapTab(new MapViewModel(services, background), navigation),
            new ProofTab(new ProofViewModel(services, background, clock), times),
            new CostTab(
                new CostModel(services.operations(), background, clock, Prices.load()), times),
            new ExportTab(new ExportModel(background))));
  }

  @Override
  public Screen destroy(EnvironmentName name, Navigation navigation) {
    DestroyText text = new DestroyText();
    DestroyModel model =
        new DestroyModel(
            name,
            services.operations(),
            services.environments(),
            background,
            new FailureText(Words.core()),
            text);
    return new DestroyScreen(model, text, navigation);
  }

  @Override
  public Screen leftovers(Navigation navigation) {
    return new SweepScreen(
        new SweepViewModel(services, background), new SweepText(times, clock), navigation);
  }
}
