package portico.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.desktop.fx.InlineBackground;
import portico.export.ExportForm;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class ExportModelTest {
  private final ExportModel model = new ExportModel(new InlineBackground());

  @TempDir private Path folder;

  private static void open(ExportModel model) {
    model.open(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE));
  }

  @Test
  void the_files_of_the_chosen_form_are_shown() {
    open(model);
    assertThat(model.filesProperty().get()).extracting(ExportModel.Code::path).contains("main.tf");

    model.choose(ExportForm.AWS_CLI);

    assertThat(model.filesProperty().get())
        .extracting(ExportModel.Code::path)
        .contains("create.sh")
        .doesNotContain("main.tf");
  }

  @Test
  void the_form_that_was_chosen_last_is_shown_whatever_is_made_first() {
    ManualBackground background = new ManualBackground();
    ExportModel slow = new ExportModel(background);
    open(slow);
    slow.choose(ExportForm.AWS_CLI);

    background.runNewest();
    background.runAll();

    assertThat(slow.filesProperty().get()).extracting(ExportModel.Code::path).contains("create.sh");
  }

  @Test
  void all_files_are_saved_to_the_folder() {
    open(model);

    model.save(folder);

    assertThat(model.savingProperty().get())
        .isEqualTo(new ExportModel.Saving.Saved(folder, model.filesProperty().get().size()));
    assertThat(folder.resolve("main.tf")).content().contains("aws_lb");
  }

  @Test
  void nothing_is_written_over_a_file_without_asking() throws IOException {
    open(model);
    Files.writeString(folder.resolve("main.tf"), "mine");

    model.save(folder);

    assertThat(model.savingProperty().get()).isInstanceOf(ExportModel.Saving.Exists.class);
    assertThat(folder.resolve("main.tf")).hasContent("mine");
    assertThat(folder.resolve("README.md")).doesNotExist();
    model.keep();
    assertThat(model.savingProperty().get()).isEqualTo(new ExportModel.Saving.Idle());

    model.overwrite(folder);

    assertThat(folder.resolve("main.tf")).content().contains("aws_lb");
  }

  @Test
  void a_folder_that_cannot_be_written_is_said() throws IOException {
    open(model);
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    model.save(file);

    assertThat(model.savingProperty().get()).isInstanceOf(ExportModel.Saving.Failed.class);
  }
}
