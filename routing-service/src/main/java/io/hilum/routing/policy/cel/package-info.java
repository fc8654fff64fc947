/**
 * Conditions in the Common Expression Language (CEL), of which a part is offered that can
 * be checked for all requests beforehand.
 */
@NullMarked
package io.hilum.routing.policy.cel;

import org.jspecify.annotations.NullMarked;
