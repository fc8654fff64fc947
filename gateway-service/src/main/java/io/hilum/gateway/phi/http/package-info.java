/**
 * Calls to phi-scrubber-service.
 */
@NullMarked
package io.hilum.gateway.phi.http;

import org.jspecify.annotations.NullMarked;
