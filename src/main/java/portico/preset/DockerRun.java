package portico.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code docker run}: which image, which ports are published, and what runs in the container.
 * Podman's and nerdctl's are the same.
 *
 * @param published the ports, in their order
 * @param hostNetwork whether the container has the machine's own network
 * @param allByChance whether every port is published on one that Docker chooses
 * @param inside the command in the container, with the variables it is given
 */
record DockerRun(
    String image,
    List<Published> published,
    boolean hostNetwork,
    boolean allByChance,
    CommandLine inside) {
  private static final Set<String> PROGRAMS =
      Set.of("docker", "podman", "nerdctl", "nvidia-docker", "finch");

  /** Options without a value; every other one takes the next word. */
  private static final Set<String> SWITCHES =
      Set.of(
          "--detach",
          "--init",
          "--interactive",
          "--no-healthcheck",
          "--oom-kill-disable",
          "--privileged",
          "--publish-all",
          "--quiet",
          "--read-only",
          "--rm",
          "--sig-proxy",
          "--tty",
          "--replace",
          "--no-hosts",
          "--disable-content-trust");

  private static final String SHORT_SWITCHES = "ditPq";

  /**
   * A port of the container that the machine takes requests for.
   *
   * @param address the machine's address; empty for all
   * @param host the machine's port; empty when Docker chooses it
   * @param option the words that publish it
   */
  record Published(String address, Optional<Integer> host, int container, String option) {}

  DockerRun {
    published = List.copyOf(published);
  }

  static Optional<DockerRun> of(CommandLine line) {
    List<String> words = line.words();
    int run = words.indexOf("run");
    if (!PROGRAMS.contains(line.program()) || run < 1 || run > 2) {
      return Optional.empty();
    }
    return Optional.of(new Reading().read(words.subList(run + 1, words.size())));
  }

  /** The image without registry tag or digest. */
  static String withoutTag(String image) {
    String plain = image.replaceFirst("@sha256:.*$", "");
    int colon = plain.lastIndexOf(':');
    return colon > plain.lastIndexOf('/') ? plain.substring(0, colon) : plain;
  }

  private static final class Reading {
    private final List<Published> published = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private boolean hostNetwork;
    private boolean allByChance;
    private Optional<String> entrypoint = Optional.empty();

    DockerRun read(List<String> words) {
      int at = 0;
      while (at < words.size() && words.get(at).startsWith("-")) {
        at = option(words, at);
      }
      String image = at < words.size() ? words.get(at) : "";
      List<String> command = new ArrayList<>();
      entrypoint.ifPresent(command::add);
      command.addAll(words.subList(Math.min(at + 1, words.size()), words.size()));
      return new DockerRun(
          image, published, hostNetwork, allByChance, CommandLine.of(environment, command));
    }

    /** Reads the option at {@code at}; where the next one begins. */
    private int option(List<String> words, int at) {
      String word = words.get(at);
      if (word.startsWith("--")) {
        int equals = word.indexOf('=');
        if (equals > 0) {
          set(word.substring(0, equals), word.substring(equals + 1), word);
          return at + 1;
        }
        if (SWITCHES.contains(word)) {
          allByChance |= word.equals("--publish-all");
          return at + 1;
        }
        return withNext(words, at, word);
      }
      return shortOption(words, at, word);
    }

    /** Letters may stand together, the last of them with its value, as in {@code -itp8000:8000}. */
    private int shortOption(List<String> words, int at, String word) {
      for (int index = 1; index < word.length(); index++) {
        char letter = word.charAt(index);
        if (SHORT_SWITCHES.indexOf(letter) < 0) {
          String value = word.substring(index + 1);
          if (value.isEmpty()) {
            return withNext(words, at, "-" + letter);
          }
          set("-" + letter, value.startsWith("=") ? value.substring(1) : value, word);
          return at + 1;
        }
        allByChance |= letter == 'P';
      }
      return at + 1;
    }

    private int withNext(List<String> words, int at, String name) {
      if (at + 1 < words.size()) {
        set(name, words.get(at + 1), words.get(at) + " " + words.get(at + 1));
      }
      return at + 2;
    }

    private void set(String name, String value, String option) {
      switch (name) {
        case "-p", "--publish" -> publish(value, option);
        case "-e", "--env" -> assign(value);
        case "--network", "--net" -> hostNetwork |= value.equals("host");
        case "--entrypoint" -> entrypoint = Optional.of(value).filter(each -> !each.isEmpty());
        default -> {} // says nothing about how the server is reached
      }
    }

    private void assign(String value) {
      int equals = value.indexOf('=');
      if (equals > 0) {
        environment.put(value.substring(0, equals), value.substring(equals + 1));
      }
    }

    /** {@code [address:][port:]port[/protocol]}, where a range stands for its first port. */
    private void publish(String value, String option) {
      String plain = value.replaceFirst("/(tcp|udp|sctp)$", "");
      int last = plain.lastIndexOf(':');
      Optional<Integer> container = port(plain.substring(last + 1));
      if (value.endsWith("/udp") || container.isEmpty()) {
        return;
      }
      String before = last < 0 ? "" : plain.substring(0, last);
      int colon = before.lastIndexOf(':');
      boolean alone = before.isEmpty() || (colon < 0 && !before.matches("[0-9-]*"));
      String address = colon < 0 ? (alone ? before : "") : before.substring(0, colon);
      Optional<Integer> host = alone ? Optional.empty() : port(before.substring(colon + 1));
      published.add(
          new Published(address.replace("[", "").replace("]", ""), host, container.get(), option));
    }

    private static Optional<Integer> port(String text) {
      String first = text.replaceFirst("-.*$", "");
      return first.matches("\\d{1,5}") ? Optional.of(Integer.valueOf(first)) : Optional.empty();
    }
  }
}
