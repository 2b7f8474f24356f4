package portico.preset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which server a command starts: told by its program, or else by the image that it runs. */
final class Recognition {
  private final Presets presets;
  private final Optional<DockerRun> docker;
  private final CommandLine line;

  /**
   * @param docker the container that the command starts, if it starts one
   * @param line the command, or that inside the container
   */
  Recognition(Presets presets, Optional<DockerRun> docker, CommandLine line) {
    this.presets = presets;
    this.docker = docker;
    this.line = line;
  }

  /** Empty for a server that nobody knows. */
  Optional<Preset> preset() {
    return byProgram().or(this::byImage);
  }

  /** The words by which it was recognised, or was not. */
  String by() {
    return byProgram().isEmpty() && byImage().isPresent()
        ? docker.orElseThrow().image()
        : line.words().stream().limit(2).collect(Collectors.joining(" "));
  }

  /** The word right after the program's own, or after the image, unless that is a flag. */
  Optional<String> afterProgram(CommandForm form) {
    return form.programs().stream()
        .filter(this::starts)
        .map(program -> program.split(" ").length)
        .max(Comparator.naturalOrder())
        .map(length -> length + (line.program().startsWith("python") ? 1 : 0))
        .or(() -> docker.map(run -> 0))
        .filter(length -> length < line.words().size())
        .map(length -> line.words().get(length))
        .filter(word -> !word.startsWith("-"));
  }

  private Optional<Preset> byProgram() {
    return presets.all().stream()
        .filter(each -> each.command().programs().stream().anyMatch(this::starts))
        .findFirst();
  }

  private Optional<Preset> byImage() {
    return docker.map(run -> DockerRun.withoutTag(run.image())).flatMap(this::imageOf);
  }

  /** The longest name that fits is the right one: images are named after the servers they hold. */
  private Optional<Preset> imageOf(String image) {
    return presets.all().stream()
        .filter(each -> fit(each, image) > 0)
        .max(Comparator.comparingInt(each -> fit(each, image)));
  }

  private static int fit(Preset preset, String image) {
    return preset.command().images().stream()
        .filter(each -> isNamed(image, each))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** A name with a slash is a repository or the beginning of one; else any part of the path. */
  private static boolean isNamed(String image, String name) {
    String path = image.replaceFirst("^docker\\.io/", "");
    return name.contains("/")
        ? path.equals(name) || path.startsWith(name + "/") || path.endsWith("/" + name)
        : path.contains(name);
  }

  /** Whether the command begins with these words, with or without a Python before a module. */
  private boolean starts(String program) {
    List<String> wanted = List.of(program.split(" "));
    List<String> words = new ArrayList<>(line.words());
    if (!words.isEmpty() && line.program().matches("python[0-9.]*|bash|sh")) {
      words.removeFirst();
      words.removeIf(word -> word.equals("-u") || word.equals("-c") || word.equals("-s"));
    }
    if (words.size() < wanted.size()) {
      return false;
    }
    List<String> names = new ArrayList<>(words.subList(0, wanted.size()));
    String whole = names.getFirst();
    names.set(0, CommandLine.fileName(whole));
    return names.equals(wanted) || whole.endsWith("/" + program);
  }
}
