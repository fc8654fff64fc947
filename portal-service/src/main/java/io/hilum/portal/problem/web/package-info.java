/**
 * The one place where a problem becomes an HTTP answer.
 */
@NullMarked
package io.hilum.portal.problem.web;

import org.jspecify.annotations.NullMarked;
