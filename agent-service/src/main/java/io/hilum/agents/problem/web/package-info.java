/**
 * The one place where a problem becomes an HTTP answer.
 */
@NullMarked
package io.hilum.agents.problem.web;

import org.jspecify.annotations.NullMarked;
