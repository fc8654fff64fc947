/**
 * Keys as hilum.access.v1 tells them.
 */
@NullMarked
package io.hilum.gateway.identity.kafka;

import org.jspecify.annotations.NullMarked;
