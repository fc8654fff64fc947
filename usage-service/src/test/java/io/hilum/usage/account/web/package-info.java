@NullMarked
package io.hilum.usage.account.web;

import org.jspecify.annotations.NullMarked;
