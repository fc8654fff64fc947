/**
 * What a role may do: the part of the catalogue that concerns the front door.
 */
@NullMarked
package io.hilum.gateway.policy;

import org.jspecify.annotations.NullMarked;
