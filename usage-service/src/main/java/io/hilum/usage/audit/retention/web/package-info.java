/**
 * Holds over HTTP.
 */
@NullMarked
package io.hilum.usage.audit.retention.web;

import org.jspecify.annotations.NullMarked;
