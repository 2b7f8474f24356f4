package portico.desktop.wizard.draft;

import portico.model.AccessSpec;

/** The load balancer's name and who may reach it. */
public record AccessChoice(String loadBalancerName, AccessSpec access) {}
