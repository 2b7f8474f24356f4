package portico.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import portico.catalog.Catalog;
import portico.model.FieldRules;
import portico.service.Services;
import portico.text.CredentialsText;

/** What an account holds that a spec can name. */
@Command(name = "catalog")
final class CatalogCommand extends PorticoCommand {
  @Mixin private AccountOptions accounts = new AccountOptions();

  @Parameters(arity = "0..1", paramLabel = "WHAT", descriptionKey = "what-parameter")
  private Optional<CatalogPart> what = Optional.empty();

  @Option(names = "--vpc", paramLabel = "ID")
  private Optional<String> vpc = Optional.empty();

  CatalogCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    vpc.filter(id -> !FieldRules.vpcId("vpc", id).isEmpty())
        .ifPresent(
            id -> {
              throw new Refused(Refusal.Usage.of("usage.vpc-form", id));
            });
    Place place =
        Place.choose(accounts, Optional.empty(), Optional.empty(), services.catalogs(), context);
    context.say(
        "using",
        context.text().of(place.account()),
        place.region(),
        place.provider().name().toLowerCase(Locale.ROOT));
    new CodePrompt(context, services).beforeUse(place);
    Reply reply =
        Reply.of(Reply.SUCCEEDED)
            .put("account", Reply.fields(place.account()))
            .put("region", place.region());
    List<CatalogPart> parts = what.map(List::of).orElseGet(CatalogPart::usual);
    try (Catalog catalog = services.catalogs().open(place.account(), place.region())) {
      CatalogReader reader =
          new CatalogReader(catalog, services.catalogs().profiles(), vpc, context.text());
      for (CatalogPart part : parts) {
        show(part, reader.read(part), reply);
      }
    }
    reply(reply);
    return ExitCode.DONE;
  }

  /** The minutes that are left, under the table with the time. */
  private void ending(CatalogReader.Part identity) {
    String end = String.valueOf(identity.rows().getFirst().get("credentials_end"));
    if (!end.isEmpty()) {
      print(CredentialsText.ofThisMachine().end(Instant.parse(end), context.clock().instant()));
    }
  }

  private void show(CatalogPart part, CatalogReader.Part content, Reply reply) {
    if (what.isEmpty()) {
      print(context.text().get("part." + part.name()));
    }
    if (content.table().hasRows()) {
      print(content.table());
    } else {
      print(context.text().get("part.none"));
    }
    if (part == CatalogPart.IDENTITY) {
      ending(content);
    }
    if (what.isEmpty()) {
      print("");
    }
    String name = part.name().toLowerCase(Locale.ROOT);
    boolean one = part == CatalogPart.IDENTITY;
    reply.put(name, one ? content.rows().getFirst() : content.rows());
  }
}
