/**
 * Tests of grants over HTTP.
 */
@org.jspecify.annotations.NullMarked
package io.hilum.usage.grant.web;
