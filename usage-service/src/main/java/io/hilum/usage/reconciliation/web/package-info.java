/**
 * Reconciliation over HTTP.
 */
@NullMarked
package io.hilum.usage.reconciliation.web;

import org.jspecify.annotations.NullMarked;
