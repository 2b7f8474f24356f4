/** The simulated AWS WAF, as far as guarding load balancers with a web ACL goes. */
@NullMarked
package portico.practice.aws.wafv2;

import org.jspecify.annotations.NullMarked;
