package portico.proof.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;
import portico.proof.ProofRequest;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.ProofStep.Why;
import portico.proof.Streaming;

/** The steps at one listener. */
final class EndpointProof {
  private final ProofRequest request;
  private final ProofEndpoint endpoint;
  private final Names names;
  private final Limits limits;
  private final ProofControl control;
  private final Steps steps;
  private final Requests requests;

  EndpointProof(
      ProofRequest request,
      ProofEndpoint endpoint,
      Names names,
      Limits limits,
      ProofControl control,
      Steps steps) {
    this.request = request;
    this.endpoint = endpoint;
    this.names = names;
    this.limits = limits;
    this.control = control;
    this.steps = steps;
    this.requests = new Requests(endpoint);
  }

  /** How the service was found. */
  private enum Service {
    ANSWERS,
    SIMULATED,
    ABSENT
  }

  void run() {
    if (control.cancelled()) {
      leave(Why.CANCELLED);
      return;
    }
    Optional<Wire.Way> way = way();
    if (way.isEmpty()) {
      leave(control.cancelled() ? Why.CANCELLED : Why.BEFORE_FAILED);
      return;
    }
    Service service = health(way.get());
    if (service == Service.ABSENT) {
      skipRest(control.cancelled() ? Why.CANCELLED : Why.BEFORE_FAILED);
      return;
    }
    gate(way.get());
    stream(way.get(), service == Service.SIMULATED);
    silence(way.get(), service == Service.SIMULATED);
  }

  private void leave(Why why) {
    steps.skip(Stage.HEALTH, why);
    skipRest(why);
  }

  private void skipRest(Why why) {
    steps.skip(Stage.STREAM, request.stream() instanceof Streaming.NotAsked ? Why.NOT_ASKED : why);
    steps.skip(Stage.SILENCE, request.silence().isEmpty() ? Why.NOT_ASKED : why);
  }

  // --- Up to the connection

  private Optional<Wire.Way> way() {
    steps.begin(Stage.NAME);
    return switch (names.find(endpoint, control)) {
      case Names.Found.Nothing(ProofProblem problem) -> {
        steps.bad(problem);
        yield Optional.empty();
      }
      case Names.Found.Addresses(List<InetSocketAddress> addresses, boolean thisMachine) -> {
        steps.good(
            took ->
                new ProofStep.Resolved(
                    endpoint.listener(),
                    took,
                    addresses.stream().map(EndpointProof::host).distinct().toList(),
                    thisMachine));
        yield connect(addresses).flatMap(this::secure);
      }
    };
  }

  private static String host(InetSocketAddress address) {
    return address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
  }

  private Optional<InetSocketAddress> connect(List<InetSocketAddress> addresses) {
    steps.begin(Stage.CONNECT);
    Deadline deadline = Deadline.in(limits.step());
    ProofProblem problem = new ProofProblem.Other("no address");
    for (int index = 0; index < addresses.size() && !control.cancelled(); index++) {
      InetSocketAddress address = addresses.get(index);
      String text = host(address) + ":" + address.getPort();
      try (Socket socket = new Socket();
          var _ = control.onCancel(() -> Wire.closeQuietly(socket))) {
        // Each address gets its share of the time, so that a silent one leaves some to the next.
        socket.connect(address, deadline.share(addresses.size() - index));
        steps.good(took -> new ProofStep.Connected(endpoint.listener(), took, text));
        return Optional.of(address);
      } catch (IOException | RuntimeException failed) {
        problem = Faults.of(failed, limits.step(), text, control);
      }
    }
    steps.bad(control.cancelled() ? new ProofProblem.Cancelled() : problem);
    return Optional.empty();
  }

  private Optional<Wire.Way> secure(InetSocketAddress address) {
    if (!endpoint.secure()) {
      return Optional.of(new Wire.Way(address, Optional.empty()));
    }
    steps.begin(Stage.TLS);
    var handshake = new Handshake(endpoint, limits.step(), control);
    return switch (handshake.shake(address, request.authority())) {
      case Handshake.Result.Done(var facts, TlsClient client) -> {
        steps.good(took -> new ProofStep.Secured(endpoint.listener(), took, facts));
        yield Optional.of(new Wire.Way(address, Optional.of(client)));
      }
      case Handshake.Result.Refused(ProofProblem problem) -> {
        steps.bad(problem);
        yield Optional.empty();
      }
    };
  }

  // --- The service

  private Service health(Wire.Way way) {
    if (endpoint.health().isEmpty()) {
      steps.skip(Stage.HEALTH, Why.GRPC);
      return Service.ANSWERS;
    }
    ProofEndpoint.Health health = endpoint.health().get();
    steps.begin(Stage.HEALTH);
    try {
      Head head = head(way, requests.get(health.path(), true, false), health.limit());
      if (head.noTargets()) {
        steps.bad(new ProofProblem.NoTargets());
        return Service.ABSENT;
      }
      if (health.accepts(head.status())) {
        steps.good(
            took ->
                new ProofStep.Healthy(
                    endpoint.listener(),
                    took,
                    health.path(),
                    head.status(),
                    head.server(),
                    head.simulated()));
      } else {
        steps.bad(new ProofProblem.WrongStatus(health.path(), head.status(), head.server()));
      }
      return head.simulated() ? Service.SIMULATED : Service.ANSWERS;
    } catch (IOException | RuntimeException failed) {
      steps.bad(Faults.of(failed, health.limit(), way.address().toString(), control));
      return Service.ABSENT;
    }
  }

  private Head head(Wire.Way way, byte[] bytes, Duration limit) throws IOException {
    try (Wire wire = Wire.open(way, Deadline.in(limit), control)) {
      wire.send(bytes);
      return wire.head();
    }
  }

  private void gate(Wire.Way way) {
    if (endpoint.key().isEmpty()) {
      return;
    }
    ProofEndpoint.Key key = endpoint.key().get();
    if (key.value().isEmpty()) {
      steps.begin(Stage.GATE);
      steps.bad(new ProofProblem.NoKey(key.header()));
      return;
    }
    if (!key.closed()) {
      return;
    }
    steps.begin(Stage.GATE);
    try {
      Head head = head(way, requests.get(key.probePath(), false, false), limits.step());
      if (head.status() == 401 || head.status() == 403) {
        steps.good(
            took ->
                new ProofStep.Refused(endpoint.listener(), took, key.probePath(), head.status()));
      } else {
        steps.bad(new ProofProblem.GateOpen(key.probePath(), head.status()));
      }
    } catch (IOException | RuntimeException failed) {
      steps.bad(Faults.of(failed, limits.step(), way.address().toString(), control));
    }
  }

  private void stream(Wire.Way way, boolean simulated) {
    switch (request.stream()) {
      case Streaming.NotAsked _ -> steps.skip(Stage.STREAM, Why.NOT_ASKED);
      case Streaming.NoneKnown _ ->
          steps.skip(Stage.STREAM, endpoint.health().isEmpty() ? Why.GRPC : Why.NO_STREAM_KNOWN);
      // Practice's built-in server streams as OpenAI's does, whatever it stands for.
      case Streaming.Ask ask -> stream(way, simulated && !ask.own() ? Streaming.CHAT : ask);
    }
  }

  private void stream(Wire.Way way, Streaming.Ask ask) {
    if (control.cancelled()) {
      steps.skip(Stage.STREAM, Why.CANCELLED);
      return;
    }
    Duration idle = request.idleTimeout().plus(limits.spare());
    Duration limit = idle.compareTo(limits.stream()) > 0 ? idle : limits.stream();
    steps.begin(Stage.STREAM);
    switch (new StreamProof(way, requests, limits.step(), control).ask(ask, limit)) {
      case StreamProof.Result.Came(var facts) ->
          steps.good(took -> new ProofStep.Streamed(endpoint.listener(), took, facts));
      case StreamProof.Result.Went(ProofProblem problem) -> steps.bad(problem);
    }
  }

  private void silence(Wire.Way way, boolean simulated) {
    if (request.silence().isEmpty()) {
      steps.skip(Stage.SILENCE, Why.NOT_ASKED);
    } else if (endpoint.health().isEmpty()) {
      steps.skip(Stage.SILENCE, Why.GRPC);
    } else if (control.cancelled()) {
      steps.skip(Stage.SILENCE, Why.CANCELLED);
    } else {
      steps.begin(Stage.SILENCE);
      var silence =
          new SilenceProof(way, requests, endpoint.health().get().path(), limits, control);
      switch (silence.keep(request.silence().get(), request.idleTimeout(), simulated)) {
        case SilenceProof.Result.Kept(var facts) ->
            steps.good(took -> new ProofStep.Survived(endpoint.listener(), took, facts));
        case SilenceProof.Result.Broken(ProofProblem problem) -> steps.bad(problem);
      }
    }
  }
}
