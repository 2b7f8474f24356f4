package portico.catalog;

import java.time.Duration;

/**
 * How far a removal goes.
 *
 * @param limit after which nothing more is begun
 * @param withLogs whether a bucket that holds objects is emptied; it is kept otherwise
 */
public record RemovalTerms(Duration limit, boolean withLogs) {}
