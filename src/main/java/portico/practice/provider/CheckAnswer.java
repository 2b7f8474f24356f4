package portico.practice.provider;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;

/** The engine's form of a check: what it says about names, and what {@link Checker} finds. */
final class CheckAnswer {
  private CheckAnswer() {}

  static CheckResponse of(Struct inputs, Checker checker) {
    CheckResponse.Builder response = CheckResponse.newBuilder().setInputs(inputs);
    for (Checker.Failure failure : checker.failures()) {
      response.addFailures(
          CheckFailure.newBuilder().setProperty(failure.property()).setReason(failure.reason()));
    }
    return response.build();
  }

  /** How the engine wants a resource without a name to be named. */
  static Naming naming(CheckRequest request) {
    CheckRequest.AutonamingOptions options = request.getAutonaming();
    return new Naming(
        Urns.name(request.getUrn()),
        seed(request.getRandomSeed()),
        Wire.decode(request.getOlds()),
        Optional.of(options.getProposedName()).filter(name -> !name.isEmpty()),
        options.getMode() != CheckRequest.AutonamingOptions.Mode.DISABLE);
  }

  private static String seed(ByteString given) {
    return given.size() >= 4
        ? HexFormat.of().formatHex(given.toByteArray())
        : UUID.randomUUID().toString().replace("-", "");
  }
}
