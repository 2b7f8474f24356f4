package portico.practice.aws.data;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.HealthCheck;

/** Sends health checks as configured and judges the answers. */
final class Checks {
  /** An empty message in gRPC's framing. */
  private static final Buffer EMPTY_MESSAGE = Buffer.buffer(new byte[5]);

  private final Vertx vertx;
  private final Connector connector;
  private final Duration second;

  Checks(Vertx vertx, Connector connector, Duration second) {
    this.vertx = vertx;
    this.connector = connector;
    this.second = second;
  }

  /** Checks a target once; the outcome never fails. */
  Future<Verdict> check(Pool pool, Member member) {
    HealthCheck check = pool.group().healthCheck();
    if (pool.functions()) {
      return Future.succeededFuture(
          pool.health().accepts(200) ? Verdict.HEALTHY : Verdict.mismatch(200));
    }
    boolean grpc = pool.version().equals("GRPC");
    boolean http2 = !pool.version().equals("HTTP1");
    Connector.Wire wire = new Connector.Wire(check.protocol().equals("HTTPS"), http2, false);
    HttpMethod method = grpc ? HttpMethod.POST : HttpMethod.GET;
    long limit = Math.max(1, check.timeout() * second.toMillis());
    return connector
        .request(member, member.checkPort(), wire, method, check.path())
        .compose(request -> send(request, member, grpc, limit))
        .timeout(limit, TimeUnit.MILLISECONDS)
        .map(code -> judge(pool, code))
        .otherwise(
            failure ->
                failure instanceof TimeoutException || Connector.timedOut(failure)
                    ? Verdict.TIMED_OUT
                    : Verdict.FAILED);
  }

  private static Verdict judge(Pool pool, Optional<Integer> code) {
    return code.map(each -> pool.health().accepts(each) ? Verdict.HEALTHY : Verdict.mismatch(each))
        .orElse(Verdict.FAILED);
  }

  private Future<Optional<Integer>> send(
      HttpClientRequest request, Member member, boolean grpc, long limitMillis) {
    String host = member.instance().map(each -> each.privateIp()).orElse(member.target().id());
    Connector.ask(request, host + ":" + member.checkPort());
    request.putHeader("User-Agent", "ELB-HealthChecker/2.0");
    Future<Optional<Integer>> code = request.response().compose(response -> code(response, grpc));
    if (grpc) {
      request.putHeader("Content-Type", "application/grpc").putHeader("TE", "trailers");
      request.end(EMPTY_MESSAGE);
    } else {
      request.end();
    }
    // A server that goes on sending for ever has answered all the same, and a late one has not.
    long timer = vertx.setTimer(limitMillis, _ -> request.connection().close());
    return code.onComplete(
        _ -> {
          vertx.cancelTimer(timer);
          request.connection().close();
        });
  }

  private static Future<Optional<Integer>> code(HttpClientResponse response, boolean grpc) {
    // The rest of an answer that is judged by its head is not waited for.
    response.exceptionHandler(_ -> {});
    if (!grpc) {
      return Future.succeededFuture(Optional.of(response.statusCode()));
    }
    return response
        .end()
        .map(
            _ ->
                Optional.ofNullable(response.getTrailer("grpc-status"))
                    .or(() -> Optional.ofNullable(response.getHeader("grpc-status")))
                    .filter(text -> text.matches("\\d{1,2}"))
                    .map(Integer::valueOf));
  }
}
