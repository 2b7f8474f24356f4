package portico.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pulumirpc.EngineGrpc;
import pulumirpc.EngineOuterClass.GetRootResourceRequest;
import pulumirpc.EngineOuterClass.GetRootResourceResponse;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/** A program's messages on their way to an engine that notes what it hears. */
@Timeout(60)
class DebugSilenceTest {
  private final List<LogRequest> heard = new CopyOnWriteArrayList<>();
  private Server engine;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws IOException {
    engine =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new ListeningEngine())
            .build()
            .start();
    channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), engine.getPort()))
            .usePlaintext()
            .intercept(new DebugSilence())
            .build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    engine.shutdownNow();
  }

  private final class ListeningEngine extends EngineGrpc.EngineImplBase {
    @Override
    public void log(LogRequest request, StreamObserver<Empty> answer) {
      heard.add(request);
      answer.onNext(Empty.getDefaultInstance());
      answer.onCompleted();
    }

    @Override
    public void getRootResource(
        GetRootResourceRequest request, StreamObserver<GetRootResourceResponse> answer) {
      answer.onNext(GetRootResourceResponse.newBuilder().setUrn("urn:root").build());
      answer.onCompleted();
    }
  }

  private static LogRequest message(LogSeverity severity) {
    return LogRequest.newBuilder().setSeverity(severity).setMessage("key sk-0123").build();
  }

  @Test
  void a_debugging_message_is_answered_and_never_sent() throws Exception {
    Empty answer =
        EngineGrpc.newFutureStub(channel).log(message(LogSeverity.DEBUG)).get(20, TimeUnit.SECONDS);

    assertThat(answer).isEqualTo(Empty.getDefaultInstance());
    assertThat(EngineGrpc.newBlockingStub(channel).log(message(LogSeverity.DEBUG))).isNotNull();
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = LogSeverity.class,
      names = {"INFO", "WARNING", "ERROR"})
  void every_other_message_is_sent_as_it_is(LogSeverity severity) {
    assertThat(EngineGrpc.newBlockingStub(channel).log(message(severity))).isNotNull();
    assertThat(heard).containsExactly(message(severity));
  }

  @Test
  void other_calls_pass() {
    assertThat(
            EngineGrpc.newBlockingStub(channel)
                .getRootResource(GetRootResourceRequest.getDefaultInstance())
                .getUrn())
        .isEqualTo("urn:root");
  }
}
