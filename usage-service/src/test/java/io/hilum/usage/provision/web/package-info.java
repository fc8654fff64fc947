/**
 * Tests of provisioned throughput over HTTP.
 */
@NullMarked
package io.hilum.usage.provision.web;

import org.jspecify.annotations.NullMarked;
