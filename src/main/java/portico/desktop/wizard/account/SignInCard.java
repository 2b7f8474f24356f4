package portico.desktop.wizard.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.CatalogFailure;
import portico.catalog.DeviceCode;
import portico.catalog.SignInFailure;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.CopyRow;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.text.Message;

/** Where a person signs in; not there while nobody has to. */
final class SignInCard extends VBox {
  private final SignInViewModel model;
  private final Texts texts;
  private final Runnable askAgain;

  /**
   * @param askAgain asks the account once more, after a sign-in that was made elsewhere
   */
  SignInCard(SignInViewModel model, Texts texts, Runnable askAgain) {
    this.model = model;
    this.texts = texts;
    this.askAgain = askAgain;
    setId("wizard-sign-in");
    getStyleClass().addAll("identity-card", Tone.WARNING.styleClass());
    model
        .stateProperty()
        .subscribe(
            state -> {
              List<Node> content = content(state);
              getChildren().setAll(content);
              Nodes.show(this, !content.isEmpty());
            });
  }

  private List<Node> content(SignInState state) {
    return switch (state) {
      case SignInState.NotWanted none -> List.of();
      case SignInState.Wanted(CatalogFailure why, var before) -> wanted(why, before);
      case SignInState.Busy(CatalogFailure why) ->
          List.of(
              title(why),
              new BusyRow(
                  texts.get(isCode(why) ? "sign-in.code.sending" : "sign-in.browser.starting")),
              actions(cancel()));
      case SignInState.Waiting(CatalogFailure why, DeviceCode code) -> waiting(why, code);
    };
  }

  private static boolean isCode(CatalogFailure why) {
    return why instanceof CatalogFailure.MfaCodeNeeded;
  }

  private Label title(CatalogFailure why) {
    Label title = Nodes.paragraph(what(why), "card-title");
    title.setId("wizard-sign-in-what");
    title.setGraphic(Nodes.icon(isCode(why) ? Feather.SHIELD : Feather.LOG_IN));
    return title;
  }

  private String what(CatalogFailure why) {
    return why instanceof CatalogFailure.MfaCodeNeeded(Optional<String> profile, var device)
        ? profile
            .map(name -> texts.get("sign-in.code.title-profile", name))
            .orElseGet(() -> texts.get("sign-in.code.title"))
        : texts.failures().of(why).what();
  }

  private List<Node> wanted(CatalogFailure why, Optional<SignInFailure> before) {
    List<Node> content = new ArrayList<>();
    content.add(title(why));
    before.ifPresent(failure -> content.add(failed(failure)));
    Button again =
        Nodes.button(
            "wizard-sign-in-retry", texts.get("sign-in.again"), Feather.ROTATE_CW, askAgain);
    if (why instanceof CatalogFailure.MfaCodeNeeded(var profile, String device)) {
      content.add(code(device));
      content.add(
          actions(
              accent(
                  Nodes.button(
                      "wizard-mfa-send",
                      texts.get("sign-in.code.send"),
                      Feather.ARROW_RIGHT,
                      model::send)),
              again));
    } else {
      content.add(Nodes.paragraph(texts.get("sign-in.browser.help")));
      content.add(
          actions(
              accent(
                  Nodes.button(
                      "wizard-sign-in-start",
                      texts.get("sign-in.browser"),
                      Feather.EXTERNAL_LINK,
                      model::start)),
              again));
    }
    return content;
  }

  private Notice failed(SignInFailure failure) {
    Message message = texts.failures().of(failure);
    return new Notice("wizard-sign-in-failure", Tone.DANGER, message.what() + " " + message.next());
  }

  private FormField code(String device) {
    TextField digits = new TextField();
    digits.setPrefColumnCount(8);
    digits.setMaxWidth(USE_PREF_SIZE);
    digits.getStyleClass().add("mono");
    digits.setOnAction(event -> model.send());
    return FieldView.of(model.code(), digits, texts.get("sign-in.code.help", device));
  }

  private List<Node> waiting(CatalogFailure why, DeviceCode code) {
    Label user = Nodes.label(code.userCode(), "sign-in-code", "mono");
    user.setId("wizard-sign-in-code");
    return List.of(
        title(why),
        Nodes.paragraph(texts.get("sign-in.browser.confirm", code.life().toMinutes())),
        user,
        new CopyRow(
            "wizard-sign-in-address",
            texts.get("sign-in.browser.address"),
            code.complete().toString()),
        new BusyRow(texts.get("sign-in.browser.waiting")),
        actions(
            Nodes.button(
                "wizard-sign-in-open",
                texts.get("sign-in.browser.open"),
                Feather.EXTERNAL_LINK,
                model::openBrowser),
            cancel()));
  }

  private Button cancel() {
    return Nodes.button(
        "wizard-sign-in-cancel", texts.get("sign-in.cancel"), Feather.X, model::cancel);
  }

  private static Button accent(Button button) {
    button.getStyleClass().add("accent");
    return button;
  }

  private static HBox actions(Node... buttons) {
    HBox row = new HBox(buttons);
    row.getStyleClass().add("card-actions");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
