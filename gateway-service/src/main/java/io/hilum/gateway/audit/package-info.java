/**
 * The record of each decision, kept before and after it takes effect.
 */
@NullMarked
package io.hilum.gateway.audit;

import org.jspecify.annotations.NullMarked;
