package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.RequestedCertificate;
import portico.catalog.ValidationPlan;
import portico.catalog.ValidationRecord;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.FormField;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Ticking;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.routing.CertificateState.Busy;
import portico.desktop.wizard.routing.CertificateState.Closed;
import portico.desktop.wizard.routing.CertificateState.Failed;
import portico.desktop.wizard.routing.CertificateState.Known;
import portico.desktop.wizard.routing.CertificateState.Known.Progress;
import portico.desktop.wizard.routing.CertificateState.Open;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;
import portico.text.Message;

/** The request for a certificate on the screen; looks again while it is in view and waits. */
final class CertificateView extends VBox {
  private final CertificateForm form;
  private final Texts texts;
  private final Ticking looking;

  CertificateView(CertificateForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
    looking = new Ticking(CertificateForm.PERIOD, form::poll);
    getChildren().add(new Swap(form.stateProperty(), this::shown));
    form.stateProperty().subscribe(state -> watch());
    sceneProperty().subscribe(scene -> watch());
  }

  private void watch() {
    boolean waits = form.stateProperty().get() instanceof Known known && known.waits();
    if (waits && getScene() != null) {
      looking.start();
    } else {
      looking.stop();
    }
  }

  private List<Node> shown(CertificateState state) {
    return switch (state) {
      case Closed() ->
          List.of(
              Nodes.button(form.id(), texts.get("routing.request.open"), Feather.PLUS, form::open));
      case Open() -> List.of(names());
      case Busy(String text) -> List.of(new BusyRow(text));
      case Failed(var failure) ->
          List.of(
              new FailureCard(
                  form.id() + "-failure", texts.failures().of(failure), Optional.of(form::request)),
              buttons(cancel()));
      case Known known -> List.of(known(known));
    };
  }

  private Node names() {
    TextField domain = new TextField();
    domain.setPromptText("api.example.com");
    TextArea further = new TextArea();
    further.setPrefRowCount(2);
    further.setPromptText("*.api.example.com");
    FormField first = FieldView.of(form.domain(), domain, texts.get("routing.request.domain.help"));
    FormField others =
        FieldView.of(form.further(), further, texts.get("routing.request.further.help"));
    Button ask =
        Nodes.button(
            form.id() + "-ask", texts.get("routing.request.ask"), Feather.SEND, form::request);
    ask.getStyleClass().add("accent");
    domain.setOnAction(event -> form.request());
    return new TitledCard(
        texts.get("routing.request.title"),
        Nodes.paragraph(texts.get("routing.request.what", form.region()), "form-help"),
        first,
        others,
        buttons(ask, cancel()));
  }

  private Button cancel() {
    return Nodes.button(
        form.id() + "-cancel", texts.get("routing.request.cancel"), Feather.X, form::close);
  }

  private static HBox buttons(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("card-actions");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node known(Known known) {
    RequestedCertificate certificate = known.certificate();
    List<Node> content = new ArrayList<>(List.of(status(certificate)));
    if (certificate.isPending()) {
      content.addAll(records(known));
    }
    known
        .trouble()
        .ifPresent(
            why ->
                content.add(
                    new Notice(
                        form.id() + "-trouble",
                        Tone.WARNING,
                        texts.failures().of(why).inOneLine())));
    content.add(actions(known));
    return new TitledCard(
        texts.get("routing.request.of", certificate.domain()), content.toArray(Node[]::new));
  }

  private Node status(RequestedCertificate certificate) {
    Message message = texts.certificates().of(certificate);
    Tone tone =
        certificate.isIssued() ? Tone.SUCCESS : certificate.isPending() ? Tone.INFO : Tone.DANGER;
    return new Notice(form.id() + "-status", tone, message.inOneLine());
  }

  private List<Node> records(Known known) {
    List<ValidationRecord> records = known.certificate().records();
    if (records.isEmpty()) {
      return List.of(new BusyRow(texts.get("routing.request.no-records")));
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        Nodes.label(
            texts.get(records.size() == 1 ? "routing.request.record" : "routing.request.records"),
            "form-label"));
    for (int place = 0; place < records.size(); place++) {
      nodes.add(record(form.id() + "-record-" + place, records.get(place)));
    }
    known.plan().ifPresent(plan -> nodes.addAll(route53(known, plan)));
    return nodes;
  }

  private KeyValueGrid record(String id, ValidationRecord record) {
    return new KeyValueGrid()
        .addCopyable(id + "-name", texts.get("routing.request.record.name"), record.name())
        .addCopyable(
            id + "-value",
            texts.get("routing.request.record.value", record.type()),
            record.value());
  }

  /** Exactly what would be written, or why nothing can be. */
  private List<Node> route53(Known known, ValidationPlan plan) {
    List<Node> nodes = new ArrayList<>();
    for (ValidationPlan.Placed each : plan.writable()) {
      nodes.add(
          Nodes.paragraph(
              texts.get(
                  known.progress() == Progress.WRITTEN
                      ? "routing.request.written"
                      : "routing.request.writes",
                  each.record().type(),
                  withoutDot(each.record()),
                  each.zone().name(),
                  each.zone().id(),
                  ValidationRecord.TTL_SECONDS),
              "form-help"));
    }
    if (!plan.elsewhere().isEmpty()) {
      String text =
          known
              .withoutRoute53()
              .map(
                  why ->
                      texts.get("routing.request.zones-unknown", texts.failures().of(why).what()))
              .orElseGet(
                  () ->
                      texts.get(
                          "routing.request.elsewhere",
                          plan.elsewhere().stream()
                              .map(CertificateView::withoutDot)
                              .collect(Collectors.joining(", "))));
      nodes.add(Nodes.paragraph(text, "form-help"));
    }
    if (known.progress() == Progress.WRITING) {
      nodes.add(new BusyRow(texts.get("routing.request.writing")));
    }
    return nodes;
  }

  /** Its name, to stand in a sentence. */
  private static String withoutDot(ValidationRecord record) {
    return record.name().replaceFirst("[.]$", "");
  }

  private Node actions(Known known) {
    List<Node> nodes = new ArrayList<>();
    if (known.canWrite()) {
      Button write =
          Nodes.button(
              form.id() + "-write",
              texts.get("routing.request.write"),
              Feather.UPLOAD_CLOUD,
              form::write);
      write.getStyleClass().add("accent");
      nodes.add(write);
    }
    if (known.certificate().isPending() && (!known.watched() || known.trouble().isPresent())) {
      nodes.add(
          Nodes.button(
              form.id() + "-again",
              texts.get("routing.request.again"),
              Feather.ROTATE_CW,
              form::lookAgain));
    }
    nodes.add(
        Nodes.button(
            form.id() + "-close", texts.get("routing.request.close"), Feather.X, form::close));
    if (known.waits()) {
      nodes.add(new BusyRow(texts.get("routing.request.looking")));
    }
    return buttons(nodes.toArray(Node[]::new));
  }
}
