package portico.cli;

import java.util.Optional;
import portico.catalog.AwsProfile;
import portico.catalog.Catalogs;
import portico.catalog.CloudAccount;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.FieldRules;
import portico.model.SpecDefaults;
import portico.operation.ProviderKind;

/**
 * Account, provider and region of one command: what the options say, else what the environment was
 * made with, else the default credentials chain.
 */
record Place(CloudAccount account, ProviderKind provider, String region) {

  /**
   * Decides.
   *
   * @param existing the environment, if there is one of that name
   * @param specRegion the region that a spec names, if any
   * @throws Refused when options contradict each other, the spec, or where resources already stand
   */
  static Place choose(
      AccountOptions options,
      Optional<Environment> existing,
      Optional<String> specRegion,
      Catalogs catalogs,
      CliContext context) {
    Optional<Environment> standing =
        existing.filter(each -> !(each.state() instanceof EnvironmentState.Empty));
    Optional<CloudAccount> madeWith = existing.flatMap(Environment::account);
    CloudAccount account =
        options
            .account()
            .or(() -> madeWith)
            .orElseGet(() -> new CloudAccount.Profile(Optional.empty()));
    standing
        .flatMap(Environment::account)
        .filter(there -> !there.equals(account))
        .ifPresent(
            there -> {
              throw elsewhere(existing, context.text().of(there), context.text().of(account));
            });
    ProviderKind provider =
        options
            .provider()
            .or(
                () ->
                    existing
                        .filter(each -> madeWith.equals(Optional.of(account)))
                        .map(Environment::provider))
            .orElseGet(() -> usualProvider(account));
    String region = region(options, existing, specRegion, account, new Regions(catalogs, context));
    standing
        .flatMap(Environment::region)
        .filter(there -> !there.equals(region))
        .ifPresent(
            there -> {
              throw elsewhere(existing, there, region);
            });
    return new Place(account, provider, region);
  }

  private static Refused elsewhere(Optional<Environment> existing, String there, String wanted) {
    String name = existing.map(each -> each.name().value()).orElse("");
    return new Refused(new Refusal.StandsElsewhere(name, there, wanted));
  }

  /** The official plugin is a large download, and only AWS itself needs it. */
  private static ProviderKind usualProvider(CloudAccount account) {
    return switch (account) {
      case CloudAccount.Practice _, CloudAccount.Endpoint _ -> ProviderKind.BUNDLED;
      case CloudAccount.Profile _ -> ProviderKind.OFFICIAL;
    };
  }

  private static String region(
      AccountOptions options,
      Optional<Environment> existing,
      Optional<String> specRegion,
      CloudAccount account,
      Regions regions) {
    Optional<String> option = options.region();
    if (option.isPresent() && !FieldRules.region("region", option.get()).isEmpty()) {
      throw new Refused(Refusal.Usage.of("usage.region-form", option.get()));
    }
    if (option.isPresent() && specRegion.isPresent() && !option.equals(specRegion)) {
      throw new Refused(Refusal.Usage.of("usage.two-regions", specRegion.get(), option.get()));
    }
    return option
        .or(() -> specRegion)
        .or(() -> existing.flatMap(Environment::region))
        .or(() -> regions.usual(account))
        .orElse(SpecDefaults.REGION);
  }

  /** Where the user's AWS settings say which region is usual. */
  private record Regions(Catalogs catalogs, CliContext context) {

    /** The order of the AWS SDK: environment variables, then the profile. */
    Optional<String> usual(CloudAccount account) {
      return switch (account) {
        case CloudAccount.Practice() -> Optional.empty();
        case CloudAccount.Profile(var name) -> variable().or(() -> ofProfile(name));
        case CloudAccount.Endpoint(var uri, var name) -> variable().or(() -> ofProfile(name));
      };
    }

    private Optional<String> variable() {
      return context
          .terminal()
          .variable("AWS_REGION")
          .or(() -> context.terminal().variable("AWS_DEFAULT_REGION"));
    }

    private Optional<String> ofProfile(Optional<String> name) {
      String wanted = name.or(() -> context.terminal().variable("AWS_PROFILE")).orElse("default");
      return catalogs.profiles().stream()
          .filter(profile -> profile.name().equals(wanted))
          .findFirst()
          .flatMap(AwsProfile::region);
    }
  }
}
