package portico.desktop.wizard.draft;

import portico.model.AccessSpec;
import portico.model.Protocol;

/** The load balancer's name, its listener and who may reach it. */
public record AccessChoice(
    String loadBalancerName,
    String listenerName,
    Protocol listenerProtocol,
    int listenerPort,
    AccessSpec access) {}
