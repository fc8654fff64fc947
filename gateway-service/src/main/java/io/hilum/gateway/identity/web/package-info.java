/**
 * The filter that lets nobody in without an identity.
 */
@NullMarked
package io.hilum.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
