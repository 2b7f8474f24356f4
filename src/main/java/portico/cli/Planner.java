package portico.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import portico.catalog.Catalog;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.SpecRules;
import portico.model.Violation;
import portico.operation.OperationFailure;
import portico.service.Services;
import portico.spec.SpecAnswer;
import portico.spec.SpecDraft;
import portico.spec.SpecPositions;
import portico.spec.SpecResolver;

/** Makes a plan out of options, spec file, and what is known of the environment. */
final class Planner {
  private final CliContext context;
  private final Services services;

  Planner(CliContext context, Services services) {
    this.context = context;
    this.services = services;
  }

  /**
   * The plan of a deploy or its preview: the spec file, else the environment's own spec, else the
   * smallest environment. What can be said against it without contacting AWS is said before.
   *
   * @throws Refused when there is no plan
   */
  Plan deploy(EnvironmentName name, AccountOptions options, Optional<String> file) {
    return plan(name, options, file, true);
  }

  /** Like {@link #deploy}, but names that AWS has already are no reason to refuse. */
  Plan unchecked(EnvironmentName name, AccountOptions options, Optional<String> file) {
    return plan(name, options, file, false);
  }

  private Plan plan(
      EnvironmentName name, AccountOptions options, Optional<String> file, boolean checkNames) {
    Optional<Environment> existing = services.environments().find(name);
    Optional<EnvironmentSpec> stored = existing.flatMap(Environment::spec);
    if (file.isEmpty() && stored.isPresent()) {
      return again(name, options, existing, stored.get());
    }
    SpecDraft draft = file.map(new SpecSource(context)::read).orElseGet(SpecDraft::smallest);
    Place place = Place.choose(options, existing, draft.region(), services.catalogs(), context);
    announce(place);
    return new Plan(
        name, resolve(name, draft, place, existing, checkNames), place.account(), place.provider());
  }

  /**
   * The spec that a file means in the account that the options name.
   *
   * @throws Refused when it is none
   */
  EnvironmentSpec resolved(AccountOptions options, String file) {
    SpecDraft draft = new SpecSource(context).read(file);
    Place place =
        Place.choose(options, Optional.empty(), draft.region(), services.catalogs(), context);
    announce(place);
    try (Catalog catalog = services.catalogs().open(place.account(), place.region())) {
      return value(
          new SpecResolver(
                  catalog, services.practice().publicAddress(place.account()), place.region())
              .resolve(draft));
    }
  }

  private Plan again(
      EnvironmentName name,
      AccountOptions options,
      Optional<Environment> existing,
      EnvironmentSpec spec) {
    List<Violation> violations = SpecRules.check(spec);
    if (!violations.isEmpty()) {
      throw new Refused(new Refusal.NotStarted(new OperationFailure.InvalidSpec(violations)));
    }
    Place place =
        Place.choose(options, existing, Optional.of(spec.region()), services.catalogs(), context);
    announce(place);
    return new Plan(name, spec, place.account(), place.provider());
  }

  /**
   * The plan of what needs an environment that Portico made: destroy, refresh.
   *
   * @throws Refused when it is not one, or stands elsewhere
   */
  Plan existing(Environment environment, AccountOptions options) {
    EnvironmentSpec spec = EnvironmentCommand.specOf(environment);
    Place place =
        Place.choose(
            options,
            Optional.of(environment),
            Optional.of(spec.region()),
            services.catalogs(),
            context);
    announce(place);
    return new Plan(environment.name(), spec, place.account(), place.provider());
  }

  private void announce(Place place) {
    context.say(
        "using",
        context.text().of(place.account()),
        place.region(),
        place.provider().name().toLowerCase(Locale.ROOT));
    new CodePrompt(context, services).beforeUse(place);
  }

  private EnvironmentSpec resolve(
      EnvironmentName name,
      SpecDraft draft,
      Place place,
      Optional<Environment> existing,
      boolean checkNames) {
    try (Catalog catalog = services.catalogs().open(place.account(), place.region())) {
      SpecResolver resolver =
          new SpecResolver(
              catalog, services.practice().publicAddress(place.account()), place.region());
      EnvironmentSpec spec = value(resolver.resolve(draft));
      boolean isNew =
          existing.map(Environment::state).orElseGet(EnvironmentState.Empty::new)
              instanceof EnvironmentState.Empty;
      SpecPositions positions = draft.positions();
      return isNew && checkNames ? value(resolver.checkNames(spec, positions, name)) : spec;
    }
  }

  private static EnvironmentSpec value(SpecAnswer<EnvironmentSpec> answer) {
    return switch (answer) {
      case SpecAnswer.Read<EnvironmentSpec>(EnvironmentSpec spec) -> spec;
      case SpecAnswer.Wrong<EnvironmentSpec>(var problems) ->
          throw new Refused(new Refusal.WrongSpec(problems));
      case SpecAnswer.Unreadable<EnvironmentSpec>(var failure) ->
          throw new Refused(new Refusal.AccountUnreadable(failure));
    };
  }
}
