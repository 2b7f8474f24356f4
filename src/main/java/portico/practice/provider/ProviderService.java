package portico.practice.provider;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CallRequest;
import pulumirpc.Provider.CallResponse;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.ConstructRequest;
import pulumirpc.Provider.ConstructResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/**
 * The engine's protocol for providers, Pulumi 3: turns each request into work on plain property
 * maps.
 */
final class ProviderService extends ResourceProviderGrpc.ResourceProviderImplBase {
  /** The version of com.pulumi:aws whose programs this provider serves. */
  static final String VERSION = "6.83.0";

  private final ProviderClients clients;
  private final ProviderTiming timing;
  private final CallsInFlight inFlight;
  private final Map<String, ResourceKind> kinds;
  private final Adoptions adoptions = new Adoptions();
  private volatile Cancellation cancellation = new Cancellation();
  private volatile ProviderConfig config = ProviderConfig.EMPTY;

  ProviderService(
      ProviderClients clients,
      ProviderTiming timing,
      CallsInFlight inFlight,
      Map<String, ResourceKind> kinds) {
    this.clients = clients;
    this.timing = timing;
    this.inFlight = inFlight;
    this.kinds = Map.copyOf(kinds);
  }

  /** Ends the waits of the calls that run. */
  void cancelWaits() {
    cancellation.cancel();
  }

  @Override
  public void handshake(
      ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> answer) {
    Answers.answer(
        answer,
        ProviderHandshakeResponse.newBuilder().setSupportsAutonamingConfiguration(true)::build);
  }

  @Override
  public void attach(PluginAttach request, StreamObserver<Empty> answer) {
    Answers.answer(answer, Empty::getDefaultInstance);
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
    Answers.answer(answer, PluginInfo.newBuilder().setVersion(VERSION)::build);
  }

  @Override
  public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> answer) {
    Answers.unsupported(answer, "a schema");
  }

  @Override
  public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> answer) {
    Answers.unsupported(answer, "the function " + request.getTok());
  }

  @Override
  public void call(CallRequest request, StreamObserver<CallResponse> answer) {
    Answers.unsupported(answer, "the method " + request.getTok());
  }

  @Override
  public void construct(ConstructRequest request, StreamObserver<ConstructResponse> answer) {
    Answers.unsupported(answer, "the component " + request.getType());
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Answers.answer(
        answer,
        () -> {
          Checker checker = new Checker("provider");
          ProviderConfig.check(Wire.decode(request.getNews()), Regions.of(clients), checker);
          return CheckAnswer.of(request.getNews(), checker);
        });
  }

  /** The settings that matter need no new provider; resources are compared by themselves. */
  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
    Answers.answer(
        answer,
        () ->
            DiffResponse.newBuilder()
                .setChanges(
                    request.getOldInputs().equals(request.getNews())
                        ? DiffResponse.DiffChanges.DIFF_NONE
                        : DiffResponse.DiffChanges.DIFF_SOME)
                .build());
  }

  /** A new run of the engine begins. */
  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
    Answers.answer(
        answer,
        () -> {
          config = ProviderConfig.of(Wire.decode(request.getArgs()));
          adoptions.clear();
          cancellation = cancellation.renewed();
          return ConfigureResponse.newBuilder()
              .setSupportsPreview(true)
              .setSupportsAutonamingConfiguration(true)
              .build();
        });
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> answer) {
    Answers.answer(
        answer,
        () -> {
          cancelWaits();
          return Empty.getDefaultInstance();
        });
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Answers.answer(
        answer,
        () -> {
          ResourceKind kind = kind(request.getUrn());
          Checker checker = new Checker(kind.token());
          PropertyMap tagged =
              config.withDefaultTags(kind.schema(), Wire.decode(request.getNews()));
          PropertyMap inputs =
              kind.complete(
                  checker.checked(kind.schema(), tagged), CheckAnswer.naming(request), checker);
          return CheckAnswer.of(Wire.encode(inputs), checker);
        });
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
    Answers.answer(
        answer,
        () ->
            DiffAnswer.of(
                kind(request.getUrn()),
                Wire.decode(request.getOlds()),
                Wire.decode(request.getNews())));
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
    Answers.answer(
        answer,
        () -> {
          ResourceKind kind = kind(request.getUrn());
          PropertyMap inputs = Wire.decode(request.getProperties());
          if (request.getPreview()) {
            return CreateResponse.newBuilder()
                .setProperties(Wire.encode(kind.schema().planned(PropertyMap.EMPTY, inputs)))
                .build();
          }
          Call call = call(request.getUrn(), request.getTimeout());
          ResourceWork.Result made =
              Answers.sound(inFlight.counted(() -> ResourceWork.create(kind, inputs, call)));
          return CreateResponse.newBuilder()
              .setId(made.id())
              .setProperties(Wire.encode(made.state()))
              .build();
        });
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    Answers.answer(
        answer,
        () -> {
          ResourceKind kind = kind(request.getUrn());
          PropertyMap inputs = Wire.decode(request.getInputs());
          PropertyMap earlier = Wire.decode(request.getProperties());
          Optional<ResourceWork.Result> found =
              ResourceWork.read(
                  kind, request.getId(), earlier, call(request.getUrn(), request.getTimeout()));
          if (found.isEmpty()) {
            return ReadResponse.getDefaultInstance();
          }
          Struct now = Wire.encode(kind.schema().inputs(inputs, found.get().state()));
          ResourceWork.Result sound = Answers.sound(found.get(), now);
          return ReadResponse.newBuilder()
              .setId(sound.id())
              .setProperties(Wire.encode(sound.state()))
              .setInputs(now)
              .build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    Answers.answer(
        answer,
        () -> {
          ResourceKind kind = kind(request.getUrn());
          PropertyMap inputs = Wire.decode(request.getNews());
          if (request.getPreview()) {
            PropertyMap planned = kind.schema().planned(Wire.decode(request.getOlds()), inputs);
            return UpdateResponse.newBuilder().setProperties(Wire.encode(planned)).build();
          }
          Call call = call(request.getUrn(), request.getTimeout());
          ResourceWork.Result changed =
              Answers.sound(
                  inFlight.counted(() -> ResourceWork.update(kind, request.getId(), inputs, call)));
          return UpdateResponse.newBuilder().setProperties(Wire.encode(changed.state())).build();
        });
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
    Answers.answer(
        answer,
        () -> {
          ResourceKind kind = kind(request.getUrn());
          Call call = call(request.getUrn(), request.getTimeout());
          PropertyMap state = Wire.decode(request.getProperties());
          return inFlight.counted(
              () -> {
                ResourceWork.delete(kind, request.getId(), state, call);
                return Empty.getDefaultInstance();
              });
        });
  }

  /**
   * @throws Refusal for a type that this provider does not have
   */
  private ResourceKind kind(String urn) {
    String token = Urns.type(urn);
    return Optional.ofNullable(kinds.get(token))
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Why.UNSUPPORTED,
                    "Portico's own provider has no resources of the type %s; it has %s"
                        .formatted(
                            token, String.join(", ", kinds.keySet().stream().sorted().toList()))));
  }

  private Call call(String urn, double timeoutSeconds) {
    Optional<Duration> custom =
        timeoutSeconds > 0
            ? Optional.of(Duration.ofMillis((long) (timeoutSeconds * 1000)))
            : Optional.empty();
    return new Call(urn, clients, timing, cancellation, adoptions, custom);
  }
}
