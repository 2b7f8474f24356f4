package portico.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import portico.environment.Environment;
import portico.service.Services;

/** All environments of the home folder. */
@Command(name = "list")
final class ListCommand extends PorticoCommand {
  ListCommand(CliContext context) {
    super(context);
  }

  @Override
  int run(Services services) {
    List<Environment> all = services.environments().list();
    CliText text = context.text();
    Instant now = context.clock().instant();
    Table table =
        Table.of(
            text.get("column.name"),
            text.get("column.state"),
            text.get("column.account"),
            text.get("column.region"),
            text.get("column.resources"),
            text.get("column.ends"),
            text.get("column.dns"));
    for (Environment each : all) {
      table.row(
          each.name().value(),
          text.status.of(each.state()),
          each.account().map(text::nameOf).orElse("-"),
          each.region().orElse("-"),
          String.valueOf(each.resources().size()),
          ends(each, now),
          each.domainName().or(each::dnsName).orElse("-"));
    }
    if (table.hasRows()) {
      print(table);
    } else {
      print(text.get("no-environments"));
    }
    reply(
        Reply.of(Reply.SUCCEEDED)
            .put("environments", all.stream().map(each -> fields(each, now)).toList()));
    return ExitCode.DONE;
  }

  private String ends(Environment environment, Instant now) {
    String brief = context.text().deadlines.brief(environment.ending(), now);
    return brief.isEmpty() ? "-" : brief;
  }

  private static Map<String, Object> fields(Environment environment, Instant now) {
    Map<String, Object> fields =
        Reply.fields(
            "environment", environment.name().value(),
            "state", StateName.of(environment.state()),
            "resources", environment.resources().size());
    environment.account().ifPresent(account -> fields.put("account", Reply.fields(account)));
    environment.region().ifPresent(region -> fields.put("region", region));
    environment.domainName().ifPresent(name -> fields.put("domain_name", name));
    environment.dnsName().ifPresent(name -> fields.put("load_balancer_dns_name", name));
    environment
        .lastChange()
        .ifPresent(at -> fields.put("last_change", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    EndingFields.of(environment.ending(), now).ifPresent(ends -> fields.put("ends", ends));
    return fields;
  }
}
