package portico.practice.aws.data;

import java.util.List;
import java.util.Map;

/**
 * What rules look at in a request.
 *
 * @param host without port
 * @param path as it stands in the request, without query
 * @param query as it stands in the request; empty if there is none
 * @param headers by lower-case names
 * @param source the client's address
 */
record Facts(
    String method,
    String host,
    String path,
    String query,
    Map<String, List<String>> headers,
    String source) {}
