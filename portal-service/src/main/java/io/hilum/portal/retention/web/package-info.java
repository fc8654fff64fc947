/**
 * The policy of retention over HTTP.
 */
@NullMarked
package io.hilum.portal.retention.web;

import org.jspecify.annotations.NullMarked;
