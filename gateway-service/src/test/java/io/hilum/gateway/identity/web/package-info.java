@NullMarked
package io.hilum.gateway.identity.web;

import org.jspecify.annotations.NullMarked;
