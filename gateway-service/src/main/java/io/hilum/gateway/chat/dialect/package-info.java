/**
 * The APIs that clients speak; one package below for each.
 */
@NullMarked
package io.hilum.gateway.chat.dialect;

import org.jspecify.annotations.NullMarked;
