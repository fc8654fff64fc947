/**
 * Completions and models, as routing-service gives them.
 */
@NullMarked
package io.hilum.gateway.models;

import org.jspecify.annotations.NullMarked;
