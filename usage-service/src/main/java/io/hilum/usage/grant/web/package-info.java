/**
 * Grants over HTTP.
 */
@NullMarked
package io.hilum.usage.grant.web;

import org.jspecify.annotations.NullMarked;
