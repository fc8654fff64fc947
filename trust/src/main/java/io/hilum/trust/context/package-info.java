/**
 * The signed context that travels with every call between services.
 */
@NullMarked
package io.hilum.trust.context;

import org.jspecify.annotations.NullMarked;
