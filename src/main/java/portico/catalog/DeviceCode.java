package portico.catalog;

import java.net.URI;
import java.time.Duration;

/**
 * What a person confirms in a browser.
 *
 * @param userCode as IAM Identity Center shows it, such as {@code BCDF-GHJK}; no secret
 * @param address where the code is typed
 * @param complete the address with the code in it
 * @param life how long the code can be confirmed
 */
public record DeviceCode(String userCode, URI address, URI complete, Duration life) {}
