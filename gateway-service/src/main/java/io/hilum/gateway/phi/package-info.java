/**
 * Taking identifiers out of texts and putting them back.
 */
@NullMarked
package io.hilum.gateway.phi;

import org.jspecify.annotations.NullMarked;
