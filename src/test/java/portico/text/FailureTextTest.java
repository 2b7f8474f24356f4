package portico.text;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.text.FailureSamples.ARCHIVE;
import static portico.text.FailureSamples.FOLDER;
import static portico.text.FailureSamples.LOAD_BALANCER;
import static portico.text.FailureSamples.MB;
import static portico.text.FailureSamples.SINCE;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import portico.catalog.CatalogFailure;
import portico.catalog.SignInFailure;
import portico.model.Rule;
import portico.model.Violation;
import portico.operation.EngineFailure;
import portico.operation.OperationFailure;
import portico.operation.Step;

class FailureTextTest {
  private static final FailureText TEXT = new FailureText(Words.core());

  @ParameterizedTest
  @EnumSource(Rule.class)
  void every_rule_has_words_with_its_facts_filled_in(Rule rule) {
    String text = TEXT.of(Violation.of("field", rule, "fact0", "fact1", "fact2"));

    assertThat(text).isNotBlank().matches("(?s).*[.?]");
    assertWellFormed(text);
  }

  @Test
  void every_kind_of_failure_has_a_sample() {
    assertThat(kinds(FailureSamples.catalog()))
        .containsAll(List.of(CatalogFailure.class.getPermittedSubclasses()));
    assertThat(kinds(FailureSamples.engine()))
        .containsAll(List.of(EngineFailure.class.getPermittedSubclasses()));
    assertThat(kinds(FailureSamples.signIn()))
        .containsAll(List.of(SignInFailure.class.getPermittedSubclasses()));
    assertThat(kinds(FailureSamples.operation()))
        .containsAll(List.of(OperationFailure.class.getPermittedSubclasses()));
  }

  private static List<Class<?>> kinds(Collection<?> samples) {
    return samples.stream().<Class<?>>map(Object::getClass).toList();
  }

  static Stream<Message> messages() {
    return Stream.of(
            FailureSamples.catalog().stream().map(TEXT::of),
            FailureSamples.engine().stream().map(TEXT::of),
            FailureSamples.signIn().stream().map(TEXT::of),
            FailureSamples.operation().stream().map(failure -> TEXT.of(failure, 3)))
        .flatMap(stream -> stream);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void every_failure_says_what_happened_and_what_to_do_next(Message message) {
    assertThat(message.what()).isNotBlank();
    assertThat(message.next()).isNotBlank().endsWith(".");
    assertWellFormed(message.what());
    assertWellFormed(message.resources());
    assertWellFormed(message.next());
  }

  private static void assertWellFormed(String text) {
    assertThat(text)
        .doesNotContainPattern("\\{\\d+\\}")
        .doesNotContain("''")
        .doesNotContain("null")
        .doesNotContain("Optional")
        .isEqualTo(text.strip());
  }

  @Test
  void messages_of_different_failures_differ() {
    assertThat(FailureSamples.catalog().stream().map(TEXT::of)).doesNotHaveDuplicates();
    assertThat(FailureSamples.engine().stream().map(TEXT::of)).doesNotHaveDuplicates();
    assertThat(FailureSamples.signIn().stream().map(TEXT::of)).doesNotHaveDuplicates();
    assertThat(FailureSamples.operation().stream().map(failure -> TEXT.of(failure, 3)))
        .doesNotHaveDuplicates();
  }

  @Test
  void no_credentials_names_the_ways_out_and_practice_mode() {
    assertThat(TEXT.of(new CatalogFailure.NoCredentials(Optional.empty(), "none in the chain")))
        .isEqualTo(
            new Message(
                "No AWS credentials were found (none in the chain).",
                "",
                "Choose a profile, or set one up with \"aws configure\" or \"aws configure sso\"."
                    + " Practice mode needs none."));
  }

  @Test
  void no_credentials_in_a_profile_names_the_profile() {
    assertThat(TEXT.of(new CatalogFailure.NoCredentials(Optional.of("team"), "no key")))
        .isEqualTo(
            new Message(
                "Profile \"team\" gave no credentials (no key).",
                "",
                "Check the profile in your AWS config and credentials files, or choose another"
                    + " one."));
  }

  @Test
  void expired_credentials_are_to_be_renewed() {
    assertThat(TEXT.of(new CatalogFailure.ExpiredCredentials(Optional.of("team"), false)))
        .isEqualTo(
            new Message(
                "The credentials of profile \"team\" have expired.",
                "",
                "Get new ones the way you got these, then try again."));
  }

  @Test
  void expired_credentials_without_a_profile_name_none() {
    assertThat(TEXT.of(new CatalogFailure.ExpiredCredentials(Optional.empty(), false)).what())
        .isEqualTo("The AWS credentials have expired.");
    assertThat(TEXT.of(new CatalogFailure.ExpiredCredentials(Optional.empty(), true)).next())
        .isEqualTo(
            "Sign in on the account step, or run \"portico sign-in\" or \"aws sso login\", then"
                + " try again.");
  }

  @Test
  void an_expired_sso_sign_in_names_the_command_that_renews_it() {
    assertThat(TEXT.of(new CatalogFailure.ExpiredCredentials(Optional.of("team"), true)))
        .isEqualTo(
            new Message(
                "The sign-in of profile \"team\" has expired.",
                "",
                "Sign in on the account step, or run \"portico sign-in --profile team\" or \"aws sso"
                    + " login --profile team\", then try again."));
  }

  @Test
  void access_denied_names_the_missing_permission() {
    assertThat(
            TEXT.of(new CatalogFailure.AccessDenied("ec2:DescribeVpcs", "You are not authorized.")))
        .isEqualTo(
            new Message(
                "These credentials may not call ec2:DescribeVpcs. AWS says: You are not"
                    + " authorized.",
                "",
                "Ask your administrator to allow ec2:DescribeVpcs, or choose another profile."));
  }

  @Test
  void an_unreachable_endpoint_is_named_with_its_port_unformatted() {
    assertThat(
            TEXT.of(
                new CatalogFailure.Unreachable(
                    URI.create("http://127.0.0.1:45661"), "connection refused")))
        .isEqualTo(
            new Message(
                "http://127.0.0.1:45661 does not answer (connection refused).",
                "",
                "Check the address, your network connection, and a proxy or VPN if you use one;"
                    + " then try again."));
  }

  @Test
  void a_missing_engine_tells_what_was_tried() {
    EngineFailure failure =
        new EngineFailure.NoWayToInstall(
            List.of(
                new EngineFailure.DownloadFailed(
                    URI.create(ARCHIVE),
                    EngineFailure.DownloadFailed.Cause.UNREACHABLE,
                    "no route to host"),
                new EngineFailure.NotWritable(Path.of(FOLDER), "read-only file system")));

    assertThat(TEXT.of(new OperationFailure.EngineUnavailable(failure), 0))
        .isEqualTo(
            new Message(
                "There is no Pulumi engine on this machine and none could be installed. The Pulumi"
                    + " engine could not be downloaded from "
                    + ARCHIVE
                    + ": the server cannot be reached (no route to host). Portico cannot write to "
                    + FOLDER
                    + " (read-only file system).",
                "Nothing was changed.",
                "Check the network and try again, or install Pulumi yourself and set"
                    + " PORTICO_PULUMI to its binary."));
  }

  @Test
  void a_wrong_checksum_warns_and_names_both_sums() {
    assertThat(TEXT.of(new EngineFailure.ChecksumMismatch(URI.create(ARCHIVE), "aa11", "bb22")))
        .isEqualTo(
            new Message(
                "The download from "
                    + ARCHIVE
                    + " is not what Pulumi published: its SHA-256 is bb22 instead of aa11. It was"
                    + " deleted.",
                "",
                "Try again. If it happens again, something on the way changes the download, such"
                    + " as a proxy: ask your administrator, or set PORTICO_PULUMI to a pulumi that"
                    + " you trust."));
  }

  @Test
  void a_full_disk_tells_how_much_is_needed() {
    assertThat(TEXT.of(new OperationFailure.DiskFull(FOLDER, 12 * MB, 2000 * MB), 5))
        .isEqualTo(
            new Message(
                "There is too little space in "
                    + FOLDER
                    + " to keep the state safe: 12 MB free, 2000 MB needed.",
                "Nothing was changed.",
                "Free some space or choose another folder with --home, then try again."));
  }

  @Test
  void needed_space_is_rounded_up_and_free_space_down() {
    assertThat(
            TEXT.of(new EngineFailure.DiskFull(Path.of(FOLDER), 200 * MB - 1, 199 * MB + 1)).what())
        .endsWith("199 MB free, 200 MB needed.");
  }

  @Test
  void a_read_only_folder_is_named() {
    assertThat(TEXT.of(new OperationFailure.NotWritable(FOLDER, "read-only file system"), 0))
        .isEqualTo(
            new Message(
                "Portico cannot write to " + FOLDER + " (read-only file system).",
                "Nothing was changed.",
                "Make the folder writable, or choose another one with --home."));
  }

  @Test
  void a_busy_environment_names_who_works_on_it() {
    assertThat(
            TEXT.of(
                new OperationFailure.EnvironmentBusy(
                    OptionalLong.of(47_110), Optional.of(SINCE), Optional.of("ml-box")),
                0))
        .isEqualTo(
            new Message(
                "Another operation is at work on this environment (process 47110, on ml-box, since"
                    + " 2026-11-23 15:30:12 UTC).",
                "Nothing was changed.",
                "Wait until it is over or cancel it, then try again."));
  }

  @Test
  void a_busy_environment_without_details_has_no_empty_brackets() {
    assertThat(
            TEXT.of(
                    new OperationFailure.EnvironmentBusy(
                        OptionalLong.empty(), Optional.empty(), Optional.empty()),
                    0)
                .what())
        .isEqualTo("Another operation is at work on this environment.");
  }

  @Test
  void an_interrupted_operation_tells_how_to_complete_it() {
    assertThat(TEXT.of(new OperationFailure.Interrupted("the worker process"), 3))
        .isEqualTo(
            new Message(
                "The operation was interrupted: the worker process was ended from outside.",
                "3 resources exist.",
                "Deploy again to complete it, or destroy to remove what exists. Either first"
                    + " settles what was left open."));
  }

  @Test
  void a_refused_resource_is_named_as_users_know_it() {
    String answer = "A load balancer with the name 'ai-inference-lb' {0} exists.";

    assertThat(
            TEXT.of(new OperationFailure.ResourceRefused(LOAD_BALANCER, Step.CREATE, answer), 1)
                .what())
        .isEqualTo("Load balancer \"ai-inference-lb\": create failed. " + answer);
  }

  @Test
  void an_invalid_spec_lists_each_field() {
    OperationFailure failure =
        new OperationFailure.InvalidSpec(
            List.of(
                Violation.of("region", Rule.REGION_FORM, "us"),
                Violation.of("listeners[0].port", Rule.PORT_RANGE, 70_000)));

    assertThat(TEXT.of(failure, 0).what())
        .isEqualTo(
            "The spec breaks AWS's rules. region: \"us\" is not a region code. Write one such as"
                + " us-west-2. listeners[0].port: A port is a number from 1 to 65535; 70000 is"
                + " not.");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, Resources may exist.",
    "0, No resources exist.",
    "1, 1 resource exists.",
    "2, 2 resources exist.",
    "1200, 1200 resources exist."
  })
  void what_the_state_still_holds_is_told_exactly(int resources, String text) {
    assertThat(TEXT.resourcesText(resources)).isEqualTo(text);
  }

  @Test
  void one_line_joins_the_parts_as_sentences() {
    assertThat(new Message("It failed:\n  exit 1", "", "Try again.").inOneLine())
        .isEqualTo("It failed: exit 1. Try again.");
    assertThat(Arrays.asList(new Message("A.", "B.", "C.").inOneLine().split(" ")))
        .containsExactly("A.", "B.", "C.");
  }
}
